package app.maru.content;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import org.postgresql.util.PGobject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How content records lie in their tables: children under their parent in {@code display_order}, choices in lower case, JSON as jsonb. */
@Configuration(proxyBeanMethods = false)
class ContentPersistence extends AbstractJdbcConfiguration {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    @Bean
    NamingStrategy contentNaming() {
        return new NamingStrategy() {
            @Override
            public String getReverseColumnName(RelationalPersistentEntity<?> owner) {
                return Values.snake(owner.getType().getSimpleName());
            }

            @Override
            public String getColumnName(RelationalPersistentProperty property) {
                return Values.snake(property.getName()) + (property.isAnnotationPresent(Relation.class) ? "_id" : "");
            }

            @Override
            public String getKeyColumn(RelationalPersistentProperty property) {
                return "display_order";
            }
        };
    }

    @Override
    protected List<?> userConverters() {
        return List.of(new ChoiceWriting(), new ChoiceReading(), new JsonWriting(), new JsonReading(), new TagsWriting(), new TagsReading());
    }

    @WritingConverter
    static class ChoiceWriting implements Converter<Enum<?>, String> {
        @Override
        public String convert(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
    }

    @ReadingConverter
    static class ChoiceReading implements ConverterFactory<String, Enum<?>> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
            return text -> (T) Enum.valueOf((Class) type, text.toUpperCase(Locale.ROOT));
        }
    }

    @WritingConverter
    static class JsonWriting implements Converter<Json, JdbcValue> {
        @Override
        public JdbcValue convert(Json json) {
            return jsonb(json.text());
        }
    }

    private static JdbcValue jsonb(String text) {
        try {
            var object = new PGobject();
            object.setType("jsonb");
            object.setValue(text);
            return JdbcValue.of(object, java.sql.JDBCType.OTHER);
        } catch (SQLException e) {
            throw new IllegalArgumentException("Not JSON: " + text, e);
        }
    }

    @ReadingConverter
    static class JsonReading implements Converter<PGobject, Json> {
        @Override
        public Json convert(PGobject object) {
            return new Json(object.getValue() == null ? "{}" : object.getValue());
        }
    }

    @WritingConverter
    static class TagsWriting implements Converter<Tags, JdbcValue> {
        @Override
        public JdbcValue convert(Tags tags) {
            return jsonb(JSON.writeValueAsString(tags.words()));
        }
    }

    @ReadingConverter
    static class TagsReading implements Converter<PGobject, Tags> {
        @Override
        public Tags convert(PGobject object) {
            return new Tags(JSON.readValue(object.getValue(), WORDS));
        }
    }
}
