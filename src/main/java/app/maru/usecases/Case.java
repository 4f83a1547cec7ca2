package app.maru.usecases;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import app.maru.content.Content;
import app.maru.content.Link;
import app.maru.content.Markdown;
import app.maru.content.Relation;
import app.maru.content.Slugged;
import app.maru.content.Stamp;
import app.maru.content.Together;

/** The story of one customer: what they did, what came of it in numbers, and what they say. */
@Content(path = "usecases/case-studies", title = "title", icon = "journal-text", within = "category", place = 31)
@Table("usecase_case_studies")
@Together({"ctaLabel", "ctaHref"})
record Case(@Id @Nullable Long id, UUID caseId, @Version @Nullable Integer version,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Slugged(from = "title") @Size(max = 96) @Nullable String slug,
            @NotNull @Relation("usecases/categories") @Nullable UUID category,
            @Size(max = 200) String subtitle,
            @Markdown @Size(max = 4000) String summary,
            @Link @Size(max = 2000) String heroMediaUrl,
            @Size(max = 120) String ctaLabel, @Link @Size(max = 2000) String ctaHref,
            List<@Valid Metric> metrics, List<@Valid Testimonial> testimonials,
            @Embedded.Empty Stamp stamp) {

    @Table("usecase_metrics")
    record Metric(UUID metricId, @NotBlank @Size(max = 120) String label, @NotBlank @Size(max = 40) String value, @Size(max = 40) String unit,
                  @Embedded.Empty Stamp stamp) {}

    @Table("usecase_testimonials")
    record Testimonial(UUID testimonialId, @NotBlank @Size(max = 4000) String quote, @NotBlank @Size(max = 120) String author,
                       @Size(max = 120) String role, @Link @Size(max = 2000) String avatarUrl, @Embedded.Empty Stamp stamp) {}
}
