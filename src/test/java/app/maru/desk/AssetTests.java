package app.maru.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

@SpringBootTest
class AssetTests {

    @Autowired ResourceUrlProvider assets;
    @Autowired RequestMappingHandlerMapping pages;

    @Test
    void whatEveryRoomHasForItsPagesIsServedUnderItsHash() throws IOException {
        try (var files = Files.walk(Path.of("static"))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file ->
                assertThat(assets.getForLookupPath("/" + Path.of("static").relativize(file))).as(file.toString()).matches(".+-[0-9a-f]{32}\\.\\w+"));
        }
    }

    @Test
    void addressesOfPagesAreNotLookedForAmongTheAssets() {
        var addresses = pages.getHandlerMethods().keySet().stream().flatMap(route -> route.getPatternValues().stream()).toList();
        assertThat(addresses).contains("/tasks/{id}").allSatisfy(page ->
            assertThat(assets.getHandlerMap().keySet()).as(page).noneMatch(pattern -> new AntPathMatcher().match(pattern, page)));
    }
}
