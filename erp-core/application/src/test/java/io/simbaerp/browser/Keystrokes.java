package io.simbaerp.browser;

import com.microsoft.playwright.Page;

/** Hands on a keyboard, every key counted: Ctrl and Enter together are two. */
final class Keystrokes {

    private final Page page;
    private int count;

    Keystrokes(Page page) {
        this.page = page;
    }

    void press(String keys) {
        count += keys.split("\\+").length;
        page.keyboard().press(keys);
    }

    void type(String text) {
        count += text.length();
        page.keyboard().type(text);
    }

    int count() {
        return count;
    }
}
