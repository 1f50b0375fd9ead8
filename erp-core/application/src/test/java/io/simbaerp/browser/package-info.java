/** What a person does, in real Chromium. */
package io.simbaerp.browser;
