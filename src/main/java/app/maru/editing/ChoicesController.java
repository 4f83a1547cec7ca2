package app.maru.editing;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import app.maru.content.ContentType;
import app.maru.content.Field;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The entries that a field may point to, while one searches for them. */
@ForEachContentType
class ChoicesController {

    private final FormFields fields;

    ChoicesController(FormFields fields) {
        this.fields = fields;
    }

    @GetMapping("/choices/{field}")
    @Requires(Right.WRITE)
    String choices(ContentType type, @PathVariable String field, @RequestParam Map<String, String> form, Model model) {
        var relation = type.field(field).filter(found -> found.kind() == Field.Kind.RELATION)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing to choose for " + field));
        model.addAttribute("input", fields.input(relation, field, Words.key(type, relation), form.getOrDefault(field, ""),
            form.getOrDefault(EditorForm.FIND + field, ""), List.of(), false));
        return "editing/relation :: options";
    }
}
