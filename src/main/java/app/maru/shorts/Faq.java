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
import app.maru.content.Markdown;
import app.maru.content.Stamp;

/** What people ask about making short videos, and the answer. */
@Content(path = "shorts/faqs", title = "question", icon = "question-circle", place = 61)
@Table("shorts_faqs")
record Faq(@Id @Nullable Long id, UUID faqId, @Version @Nullable Integer version,
           @NotBlank @Size(max = 200) String question,
           @NotBlank @Markdown @Size(max = 4000) String answer,
           @Embedded.Empty Stamp stamp) {
}
