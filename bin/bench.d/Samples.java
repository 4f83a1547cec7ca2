import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entry of every type as somebody would fill it in, with a few children of each kind; categories before what belongs to them. */
class Samples {

    static final String CATEGORIES = "usecases/categories";
    /** The slug of the category that all case studies belong to, which is to be made and published first. */
    static final String FIRST = "sample-first";
    private static final String SENTENCE = "무엇을 하는지, 누구에게 좋은지 두세 문장으로 적어 두었어요. 처음 보는 분도 바로 따라 할 수 있어요.";
    private static final String[] TEXT = {"description", SENTENCE};

    /**
     * A type.
     *
     * @param title the field that names an entry
     * @param within whether it belongs to a category
     * @param fields all other fields
     * @param children the fields of a child of each kind
     */
    record Type(String path, String title, boolean slug, boolean within, List<String> fields, Map<String, List<String>> children) {}

    static final List<Type> ALL = List.of(
        new Type("billing/products", "name", true, false, List.of("headline", "언제나 함께하는 제안", TEXT[0], TEXT[1], "visibility", "public", "isActive", "true"), Map.of(
            "features", List.of("label", "무제한 영상", "icon", "star", TEXT[0], TEXT[1]),
            "steps", List.of("title", "가입하기", TEXT[0], TEXT[1]),
            "faqs", List.of("question", "환불할 수 있나요?", "answer", SENTENCE),
            "checkoutLinks", List.of("provider", "toss", "interval", "monthly", "ctaLabel", "시작하기", "checkoutUrl", "https://pay.example/1", "trialDays", "7"))),
        new Type("resources/collections", "title", true, false, List.of("collectionType", "guide", TEXT[0], TEXT[1], "badgeLabel", "추천", "ctaPrimaryLabel", "받기",
            "ctaPrimaryHref", "https://maru.example/get", "isActive", "true"), Map.of(
            "items", List.of("title", "첫걸음", "itemType", "step", TEXT[0], TEXT[1], "icon", "film"),
            "faqs", List.of("question", "무료인가요?", "answer", SENTENCE),
            "downloads", List.of("downloadUrl", "https://maru.example/guide.pdf", "format", "PDF", "sizeLabel", "3 MB", "requiresEmail", "true"))),
        new Type(CATEGORIES, "name", true, false, List.of(TEXT[0], TEXT[1]), Map.of()),
        new Type("usecases/case-studies", "title", true, true, List.of("subtitle", "석 달 만에 달라진 것", "summary", SENTENCE, "ctaLabel", "더 보기", "ctaHref", "https://maru.example/more"), Map.of(
            "metrics", List.of("label", "시간", "value", "32", "unit", "%"),
            "testimonials", List.of("quote", SENTENCE, "author", "담당자", "role", "팀장"))),
        new Type("settings/sections", "title", true, false, List.of("sectionType", "profile", TEXT[0], TEXT[1], "icon", "star"), Map.of(
            "tiles", List.of("title", "프로필 사진", TEXT[0], TEXT[1], "tags", "사진, 이름"))),
        new Type("announcements", "title", true, false, List.of("body", "## 무엇이 달라지나요\n\n" + (SENTENCE + "\n\n").repeat(6)), Map.of()),
        new Type("shorts/prompts", "title", false, false, List.of(TEXT[0], TEXT[1], "category", "education"), Map.of()),
        new Type("shorts/faqs", "question", false, false, List.of("answer", SENTENCE), Map.of()));

    private final Person person;

    Samples(Person person) {
        this.person = person;
    }

    /** Makes an entry; the same name gives the same entry. */
    UUID create(Type type, String name, String slug) throws Exception {
        var id = id(type.path, slug);
        var form = Person.form("_entry", id.toString(), type.title, name);
        if (type.slug) Person.add(form, "slug", slug);
        if (type.within) Person.add(form, "category", first().toString());
        for (int i = 0; i < type.fields.size(); i += 2) Person.add(form, type.fields.get(i), type.fields.get(i + 1));
        type.children.forEach((children, fields) -> {
            var card = id(id.toString(), children);
            Person.add(form, "_order." + children, card.toString());
            for (int i = 0; i < fields.size(); i += 2) Person.add(form, children + "." + card + "." + fields.get(i), fields.get(i + 1));
        });
        Person.expect(302, person.post("/" + type.path, form));
        return id;
    }

    /** Gives a published entry another text, which visitors do not see yet. */
    void change(Type type, UUID id) throws Exception {
        var field = type.fields.stream().filter(name -> List.of("description", "summary", "body", "answer").contains(name)).findFirst().orElseThrow();
        Person.expect(302, person.post("/" + type.path + "/" + id, Person.form("_method", "put", "_version", "0", "_base", "1", field, SENTENCE + " " + SENTENCE)));
    }

    void publish(Type type, UUID id) throws Exception {
        Person.expect(302, person.post("/" + type.path + "/" + id + "/publication", Person.form("_method", "put", "_acknowledged", "true")));
    }

    void archive(Type type, UUID id) throws Exception {
        Person.expect(302, person.post("/" + type.path + "/" + id + "/archive", Person.form("_method", "put")));
    }

    UUID id(Type type, String slug) {
        return id(type.path, slug);
    }

    UUID first() {
        return id(CATEGORIES, FIRST);
    }

    private static UUID id(String of, String name) {
        return UUID.nameUUIDFromBytes((of + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
