package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAskedForTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tasks", "/billing/products?state=draft&q=%ED%95%9C%EA%B8%80", "/a//b"})
    void aPageOfThisDeskIsLedTo(String path) {
        assertThat(PageAskedFor.local(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tasks", "//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "/\r\nLocation: https://evil.example", "/{x}", "/\t/evil.example", "/a#b"})
    void nothingElseIs(String path) {
        assertThat(PageAskedFor.local(path)).isEqualTo("/");
    }
}
