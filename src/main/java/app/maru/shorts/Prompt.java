package app.maru.shorts;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import app.maru.content.Content;
import app.maru.content.Default;
import app.maru.content.Link;
import app.maru.content.Stamp;
import app.maru.content.Together;

/** An idea to begin a short video with. */
@Content(path = "shorts/prompts", title = "title", icon = "lightbulb", place = 60)
@Table("shorts_prompts")
@Together({"ctaLabel", "ctaHref"})
record Prompt(@Id @Nullable Long id, UUID promptId, @Version @Nullable Integer version,
              @NotBlank @Size(max = 200) String title,
              @NotBlank @Size(max = 4000) String description,
              @Default("custom") Category category,
              @Size(max = 120) String ctaLabel, @Link @Size(max = 2000) String ctaHref,
              @Embedded.Empty Stamp stamp) {

    enum Category { ONBOARDING, CAMPAIGN, EDUCATION, CUSTOM }
}
