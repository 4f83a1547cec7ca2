package app.maru.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTests {

    @Test
    void rendersCommonMark() {
        assertThat(MarkdownText.html("# 제목\n\n- **굵게**")).contains("<h1>제목</h1>", "<li><strong>굵게</strong></li>");
    }

    @Test
    void letsNothingThroughThatRuns() {
        assertThat(MarkdownText.html("""
            Hello <script>alert(1)</script> <img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a>

            [x](javascript:alert(1)) ![a](data:text/html,x)

            <iframe src="//evil.example"></iframe>"""))
            .contains("Hello").doesNotContain("script", "onerror", "data:", "iframe");
    }

    @Test
    void linksOfTheSiteAndOutsideStay() {
        assertThat(MarkdownText.html("[요금](/pricing) [메일](mailto:a@maru.example)")).contains("href=\"/pricing\"", "href=\"mailto:a&#64;maru.example\"");
    }

    @Test
    void deepNestingIsNoTrouble() {
        assertThat(MarkdownText.html(">".repeat(4000))).isNotNull();
    }

    @Test
    void itsLinksAndPicturesAreKnown() {
        assertThat(MarkdownText.references("[요금 `안내`](/pricing) ![](/a.png) [![차트 *하나*](/b.png)](/c)\n\n[말]: /d\n\n[말]")).containsExactly(
            new MarkdownText.Reference("/pricing", "요금 안내", false), new MarkdownText.Reference("/a.png", "", true),
            new MarkdownText.Reference("/c", "차트 하나", false), new MarkdownText.Reference("/b.png", "차트 하나", true),
            new MarkdownText.Reference("/d", "말", false));
    }

    @Test
    void picturesThatThisDeskDoesNotLoadAreToldInItsPreview() {
        assertThat(MarkdownText.preview("![*새* <로고>](/logo.png) ![](data:image/png;base64,x) ![차트](HTTPS://cdn.example/a.png)"))
            .contains("<span class=\"picture-told\">새 &lt;로고&gt;</span>", "<span class=\"picture-told\">data:image", "src=\"HTTPS://cdn.example/a.png\"");
        assertThat(MarkdownText.preview("<span class=\"other\" onclick=\"x\">y</span><script>z</script>")).doesNotContain("other", "onclick", "script");
        assertThat(MarkdownText.html("![로고](/logo.png)")).contains("src=\"/logo.png\"");
    }
}
