package io.simbaerp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The system's own Chromium, driven by Playwright. What a page complains of on its console is kept for the test. */
final class Chromium implements AutoCloseable {

    /** A message key that was shown instead of its words. */
    private static final Pattern BARE_KEY = Pattern.compile(
            "\\?\\?|\\b(rule|event|task|document|intake|ledger|invoice|page|party|tax|payment|company)\\.[a-z]+[a-z.-]+");

    private final Playwright playwright;
    private final Browser browser;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    Chromium(String base) {
        this.base = base;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update")));
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium here. On Debian: apt-get install chromium; ./simba test does it where it may."));
    }

    /** A person at a desk of this size, reading this language, signed in. */
    Page signedIn(String person, String language, int width, int height) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setBaseURL(base));
        context.addCookies(List.of(new Cookie("simba-language", language).setUrl(base)));
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate("/login");
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", person);
        page.click("button.btn-primary");
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Keeps a picture of the page under this name. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** The page shows words, not keys, except for the rule named beside a note; a picture of it is kept under this name. */
    static void readable(Page page, String name) {
        picture(page, name);
        List<String> words = page.locator("h1, h2, h3, button, label, th, nav a, .note p, dt")
                .allInnerTexts();
        assertThat(words).as(page.url()).isNotEmpty().noneMatch(word -> BARE_KEY.matcher(word)
                .find());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
