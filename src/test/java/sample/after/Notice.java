package sample.after;

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
import app.maru.content.Relation;
import app.maru.content.Stamp;

/** The least a content type can be: no slug, no order, one kind of children. */
@Table("test_notices")
@Content(path = "test/notices", title = "title", icon = "megaphone", ordered = false)
public record Notice(@Id @Nullable Long id, UUID noticeId, @Version @Nullable Integer version,
                     @NotBlank @Size(max = 120) String title,
                     @Size(max = 120) @Default("everyone") String audience,
                     @Nullable Tone tone, @Relation("test/notices") @Nullable UUID follows,
                     List<@Valid Line> lines, @Embedded.Empty Stamp stamp) {

    @Table("test_notice_lines")
    public record Line(UUID lineId, @NotBlank @Size(max = 200) String text, @Embedded.Empty Stamp stamp) {}

    public enum Tone { CALM, URGENT }
}
