package app.maru.settings;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import app.maru.content.Content;
import app.maru.content.Default;
import app.maru.content.Icon;
import app.maru.content.Link;
import app.maru.content.Slugged;
import app.maru.content.Stamp;
import app.maru.content.Tags;
import app.maru.content.Together;

/** A section of the settings page, with a tile for each thing that can be set. */
@Content(path = "settings/sections", title = "title", icon = "sliders", place = 40)
@Table("settings_sections")
record Section(@Id @Nullable Long id, UUID sectionId, @Version @Nullable Integer version,
               @NotBlank @Size(max = 200) String title,
               @NotBlank @Slugged(from = "title") @Size(max = 96) @Nullable String slug,
               @Default("profile") SectionType sectionType,
               @Size(max = 4000) String description,
               @Icon @Size(max = 64) String icon,
               List<@Valid Tile> tiles,
               @Embedded.Empty Stamp stamp) {

    @Table("settings_tiles")
    @Together({"ctaLabel", "ctaHref"})
    record Tile(UUID tileId, @NotBlank @Size(max = 200) String title, @Size(max = 4000) String description,
                @Size(max = 120) String ctaLabel, @Link @Size(max = 2000) String ctaHref, Tags tags, @Embedded.Empty Stamp stamp) {}

    enum SectionType { PROFILE, BILLING, NOTIFICATION, SECURITY, INTEGRATION }
}
