package io.simbaerp.task.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Prints mail, as text and as HTML with our pages' own fragments; its links are whole addresses. */
@Component
public class MailPress {

    /** Pictures and their frames are of no use in mail programs, and anchors lead nowhere. */
    private static final Pattern PICTURE = Pattern.compile("(?s)<svg\\b.*?</svg>");

    private static final Pattern ANCHOR = Pattern.compile("(?s)<a\\b[^>]*\\bhref=\"#[^>]*>(.*?)</a>");
    private static final Pattern FORM = Pattern.compile("(?s)</?(form|button|input|select|textarea|dialog)\\b[^>]*>");

    private final SpringTemplateEngine engine;
    private final ApplicationContext application;
    private final MailSetup setup;
    private final String style;

    MailPress(SpringTemplateEngine pages, ApplicationContext application, MailSetup setup) {
        this.application = application;
        this.setup = setup;
        this.engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(pages.getTemplateResolvers());
        engine.setTemplateEngineMessageSource(application);
        engine.setLinkBuilder(new WholeAddresses());
        this.style = style();
    }

    /** The content of a mail in the language of whoever it is written for. */
    public Mail.Content print(String subject, MailPage page) {
        Context context = new Context(LocaleContextHolder.getLocale());
        context.setVariables(Map.of("page", page));
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(
                        application,
                        application
                                .getBeanProvider(ConversionService.class)
                                .orderedStream()
                                .findFirst()
                                .orElse(null)));
        String html = engine.process("task/mail", context);
        html = PICTURE.matcher(html).replaceAll("");
        html = ANCHOR.matcher(html).replaceAll("$1");
        html = FORM.matcher(html).replaceAll("");
        return new Mail.Content(
                line(subject),
                text(page),
                html.replace("</head>", "<style>" + style + "</style></head>"),
                LocaleContextHolder.getLocale());
    }

    private static String text(MailPage page) {
        StringBuilder text = new StringBuilder();
        for (MailPage.Item item : page.items()) {
            text.append(item.title()).append('\n').append(item.said()).append('\n');
            item.facts().forEach(fact -> text.append(fact.label())
                    .append(": ")
                    .append(fact.value())
                    .append('\n'));
            item.links().forEach(link -> text.append('\n')
                    .append(link.label())
                    .append(":\n")
                    .append(link.address())
                    .append('\n'));
            text.append("\n--------\n\n");
        }
        text.append(page.footer()).append('\n');
        MailPage.Link settings = page.settings();
        return settings == null
                ? text.toString()
                : text.append(settings.address()).append('\n').toString();
    }

    /** A subject is one line. */
    private static String line(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String style() {
        try (var in = new ClassPathResource("static/assets/mail.css").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style of mail is missing", e);
        }
    }

    /** Links of our pages lead to this installation from wherever the mail is read. */
    private final class WholeAddresses extends StandardLinkBuilder {

        @Override
        protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
            return setup.link("");
        }

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return link;
        }
    }
}
