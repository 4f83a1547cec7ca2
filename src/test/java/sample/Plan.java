package sample;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import app.maru.content.Content;
import app.maru.content.Default;
import app.maru.content.Distinct;
import app.maru.content.Link;
import app.maru.content.Markdown;
import app.maru.content.Slugged;
import app.maru.content.Stamp;
import app.maru.content.Tags;
import app.maru.content.Together;
import app.maru.content.Visibility;

/** A small plan that unit tests of the kernel talk about. It has no table, and lies where no application looks for types. */
@Table("plans")
@Content(path = "test/plans", title = "name", icon = "box")
@Together({"homeLabel", "homeLink"})
public record Plan(@Id @Nullable Long id, UUID planId, @Version @Nullable Integer version, @NotBlank @Size(max = 20) String name,
                   @NotBlank @Slugged(from = "name") @Nullable String slug, @Markdown @Size(max = 100) String body,
                   @Default("public") Visibility visibility, @Default("true") boolean isActive, @Size(max = 20) String homeLabel, @Link @Size(max = 50) String homeLink,
                   @Distinct({"target", "days"}) List<@Valid Step> links, Stamp stamp) {

    @Table("plan_links")
    public record Step(UUID linkId, @NotBlank @Size(max = 20) String label, @Link @Size(max = 50) @Nullable String target,
                       @Min(0) @Max(365) @Nullable Integer days, Tags tags, Stamp stamp) {}
}
