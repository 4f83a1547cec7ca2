package app.maru.desk;

import java.util.Arrays;
import java.util.List;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves what pages load, under the hash of its content. Below these paths only, which are no page's: every address in a
 * page is held against them, and to find out on the class path that it is no asset takes longer than the rest of the page.
 */
@Configuration(proxyBeanMethods = false)
class AssetHandlers implements WebMvcConfigurer {

    private static final List<String> FOLDERS = List.of("desk", "editing", "identity", "passkeys", "metrics/assets", "tasks/assets", "dashboard/assets");

    private final WebProperties.Resources resources;

    AssetHandlers(WebProperties properties) {
        this.resources = properties.getResources();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry handlers) {
        serve(handlers, "/webjars/", "classpath:/META-INF/resources/webjars/");
        FOLDERS.forEach(folder -> serve(handlers, "/" + folder + "/", Arrays.stream(resources.getStaticLocations())
            .map(location -> location + folder + "/").toArray(String[]::new)));
    }

    private void serve(ResourceHandlerRegistry handlers, String path, String... locations) {
        handlers.addResourceHandler(path + "**").addResourceLocations(locations)
            .setCacheControl(resources.getCache().getCachecontrol().toHttpCacheControl())
            .resourceChain(resources.getChain().isCache()).addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
