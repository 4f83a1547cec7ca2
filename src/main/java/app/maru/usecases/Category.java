package app.maru.usecases;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import app.maru.content.Content;
import app.maru.content.Slugged;
import app.maru.content.Stamp;

/** A field in which customers use the product; the stories of customers stand in it. */
@Content(path = "usecases/categories", title = "name", icon = "tags", place = 30)
@Table("usecase_categories")
record Category(@Id @Nullable Long id, UUID categoryId, @Version @Nullable Integer version,
                @NotBlank @Size(max = 120) String name,
                @NotBlank @Slugged(from = "name") @Size(max = 96) @Nullable String slug,
                @Size(max = 4000) String description,
                @Embedded.Empty Stamp stamp) {
}
