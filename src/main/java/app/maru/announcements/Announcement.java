package app.maru.announcements;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import app.maru.content.Content;
import app.maru.content.Markdown;
import app.maru.content.Slugged;
import app.maru.content.Stamp;

/** A piece of news for customers, newest first. */
@Content(path = "announcements", title = "title", icon = "megaphone", ordered = false, place = 50)
@Table("admin_announcements")
record Announcement(@Id @Nullable Long id, UUID announcementId, @Version @Nullable Integer version,
                    @NotBlank @Size(max = 200) String title,
                    @NotBlank @Slugged(from = "title") @Size(max = 96) @Nullable String slug,
                    @NotBlank @Markdown @Size(max = 100_000) String body,
                    @Embedded.Empty Stamp stamp) {
}
