package io.simbaerp.prove;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a test class of one test in its long form, which its system properties ask for. */
final class TestProof {

    private TestProof() {}

    /** Ends the program: with 0 if the test ran and held. */
    static void run(String testClass, String proves) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(testClass))
                                .build(),
                        summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true));
        boolean proved = summary.getSummary().getTestsSucceededCount() == 1;
        System.out.println(proved ? proves : "Not proved");
        System.exit(proved ? 0 : 1);
    }
}
