package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.PostedForm;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@EditingTest
class PastingTests {

    @LocalServerPort
    private int port;
    private Desk author;

    @BeforeEach
    void anAuthorAtTheDesk() {
        author = Desk.of(port, Role.AUTHOR);
    }

    @Test
    void linesAreLookedAtBeforeAnythingIsMadeOfThem() {
        var page = paste("features.look", "하나\r\n\r\n둘\r\n");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("2 will be made Label 하나 둘", "Features 0");
        assertThat(page.body()).contains("하나\r\n\r\n둘\r\n</textarea>", "value=\"아직 저장 전\"");
    }

    @Test
    void eachLineMakesACardAndNothingIsSaved() {
        var page = paste("features.paste", "하나\r\n\r\n둘\r\n");

        assertThat(page.text()).contains("Features 2 1 하나", "2 둘").doesNotContain("will be made");
        assertThat(page.body()).contains("value=\"하나\"", "value=\"둘\"", "value=\"아직 저장 전\"").doesNotContain("둘\r\n</textarea>");
        assertThat(author.browser().get(Desk.PRODUCTS + "?search=" + "아직").text()).doesNotContain("아직 저장 전");
    }

    @Test
    void columnsAreTheFieldsInTheirOrderAndNothingBehindThemIsLost() {
        var page = paste("features.paste", "하나\tcheck\t설명\t더\n둘");

        assertThat(page.body()).contains("value=\"하나\"", "value=\"check\"", "설명 더</textarea>", "value=\"둘\"");
        assertThat(paste("checkoutLinks.paste", "toss payments\tMonthly\t시작하기").body())
            .contains("<option value=\"toss\" selected=\"selected\">", "<option value=\"monthly\" selected=\"selected\">", "value=\"시작하기\"");
        assertThat(paste("checkoutLinks.paste", "시작하기").body()).as("what a card is called, not its provider").contains("value=\"시작하기\"");
    }

    @Test
    void aCellOfSeveralLinesIsOneAsSpreadsheetsQuoteIt() {
        var page = paste("faqs.paste", "\"한 줄,\r\n두 줄\"\t\"그는 \"\"네\"\"라고\n했어요.\"\n\"네\"라고 한 까닭\t\"그냥\"");

        assertThat(page.body()).contains("value=\"한 줄, 두 줄\"", "그는 &quot;네&quot;라고\n했어요.</textarea>", "value=\"&quot;네&quot;라고 한 까닭\"", "&quot;그냥&quot;</textarea>");
    }

    @Test
    void moreLinesThanThereIsRoomForAreRefusedAndKept() {
        var lines = IntStream.rangeClosed(1, 10_000).mapToObj(number -> "기능 " + number).collect(Collectors.joining("\n"));
        var refused = paste("features.paste", lines);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("These are 10,000 lines, and only 200 more can be added: at most 200 are possible, and there are 0 already", "Features 0");
        assertThat(refused.body()).contains(lines + "</textarea>", "value=\"아직 저장 전\"");
    }

    @Test
    void whatIsThereAlreadyTakesRoom() {
        var id = UUID.randomUUID();
        author.create(id, PostedForm.with("name", "거의 가득").and("slug", Desk.slug()).card("features", UUID.randomUUID(), "label", "하나"));
        var lines = IntStream.rangeClosed(1, 200).mapToObj(number -> "기능 " + number).collect(Collectors.joining("\n"));

        assertThat(author.send(Desk.address(id) + "/form", author.form(id).and("_paste.features", lines).and("_do", "features.paste")).text())
            .contains("These are 200 lines, and only 199 more can be added");
        var fits = author.send(Desk.address(id) + "/form", author.form(id).and("_paste.features", lines.substring(lines.indexOf('\n') + 1)).and("_do", "features.paste"));
        assertThat(fits.text()).contains("Features 200", "1 하나", "200 기능 200");
    }

    @Test
    void nothingIsMadeOfNothing() {
        assertThat(paste("features.paste", " \n\n").text()).contains("There are no lines to make anything of yet", "Features 0");
        assertThat(paste("prices.paste", "하나").status()).isEqualTo(400);
    }

    private Page paste(String command, String lines) {
        return author.send(Desk.PRODUCTS + "/new/form", PostedForm.with("_entry", UUID.randomUUID().toString()).and("name", "아직 저장 전")
            .and("_paste." + command.substring(0, command.indexOf('.')), lines).and("_do", command));
    }
}
