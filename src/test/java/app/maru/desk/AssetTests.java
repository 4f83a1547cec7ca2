package app.maru.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

@SpringBootTest
class AssetTests {

    @Autowired ResourceUrlProvider assets;

    @Test
    void whatEveryRoomHasForItsPagesIsServedUnderItsHash() throws IOException {
        try (var rooms = Files.list(Path.of("static"))) {
            assertThat(rooms).isNotEmpty().allSatisfy(room -> assertThat(assets.getHandlerMap()).containsKey("/" + room.getFileName() + "/**"));
        }
        assertThat(assets.getForLookupPath("/desk/theme.css")).matches("/desk/theme-[0-9a-f]{32}\\.css");
    }

    @Test
    void addressesOfPagesAreNotLookedForAmongTheAssets() {
        for (var page : new String[] {"/", "/editions", "/billing/products", "/billing/products/00000000-0000-4000-8000-000000000001/order"}) {
            assertThat(assets.getHandlerMap().keySet()).as(page).noneMatch(pattern -> new AntPathMatcher().match(pattern, page));
        }
    }
}
