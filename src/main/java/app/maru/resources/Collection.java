package app.maru.resources;

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
import app.maru.content.Markdown;
import app.maru.content.Slugged;
import app.maru.content.Stamp;
import app.maru.content.Together;

/** A page of things to take along: its items, what people ask, and the files behind it. */
@Content(path = "resources/collections", title = "title", icon = "collection", place = 20)
@Table("resource_collections")
@Together({"ctaPrimaryLabel", "ctaPrimaryHref"})
@Together({"ctaSecondaryLabel", "ctaSecondaryHref"})
record Collection(@Id @Nullable Long id, UUID collectionId, @Version @Nullable Integer version,
                  @NotBlank @Size(max = 200) String title,
                  @NotBlank @Slugged(from = "title") @Size(max = 96) @Nullable String slug,
                  @Default("free") CollectionType collectionType,
                  @Markdown @Size(max = 4000) String description,
                  @Size(max = 120) String badgeLabel,
                  @Icon @Size(max = 64) String badgeIcon,
                  @Link @Size(max = 2000) String heroPlaceholderUrl,
                  @Size(max = 120) String ctaPrimaryLabel, @Link @Size(max = 2000) String ctaPrimaryHref,
                  @Size(max = 120) String ctaSecondaryLabel, @Link @Size(max = 2000) String ctaSecondaryHref,
                  @Default("true") boolean isActive,
                  List<@Valid CollectionItem> items, List<@Valid Faq> faqs, List<@Valid Download> downloads,
                  @Embedded.Empty Stamp stamp) {

    @Table("resource_collection_items")
    @Together({"ctaLabel", "ctaHref"})
    record CollectionItem(UUID itemId, @NotBlank @Size(max = 200) String title, @Default("step") ItemType itemType,
                          @Markdown @Size(max = 4000) String description, @Icon @Size(max = 64) String icon,
                          @Size(max = 120) String ctaLabel, @Link @Size(max = 2000) String ctaHref, @Embedded.Empty Stamp stamp) {}

    @Table("resource_faqs")
    record Faq(UUID faqId, @NotBlank @Size(max = 200) String question, @NotBlank @Markdown @Size(max = 4000) String answer,
               @Embedded.Empty Stamp stamp) {}

    @Table("resource_downloads")
    record Download(UUID downloadId, @NotBlank @Link @Size(max = 2000) String downloadUrl, @Size(max = 40) String format,
                    @Size(max = 40) String sizeLabel, @Default("true") boolean requiresEmail, @Embedded.Empty Stamp stamp) {}

    enum CollectionType { FREE, NEWSLETTER, CASE_STUDY, GUIDE }

    enum ItemType { STARTER_KIT, STEP, FAQ, CALLOUT }
}
