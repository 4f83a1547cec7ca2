package app.maru.desk;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Lets templates say {@code <svg desk:icon="box"></svg>} or {@code desk:icon="${link.icon}"} for an icon. */
@Component
class IconDialect extends AbstractProcessorDialect {

    private static final int AFTER_CONDITIONS = 1300;

    private final Icons icons;

    IconDialect(Icons icons) {
        super("Icons of the desk", "desk", AFTER_CONDITIONS);
        this.icons = icons;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Drawing(prefix));
    }

    private final class Drawing extends AbstractStandardExpressionAttributeTagProcessor {

        Drawing(String prefix) {
            super(TemplateMode.HTML, prefix, "icon", AFTER_CONDITIONS, true);
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute, String expression,
                                 Object name, IElementTagStructureHandler structure) {
            structure.replaceWith(icons.svg(String.valueOf(name)), false);
        }
    }
}
