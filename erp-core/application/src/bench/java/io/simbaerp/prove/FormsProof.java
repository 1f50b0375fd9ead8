package io.simbaerp.prove;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Minutes of random posts to every form, where the test has rounds: {@code ./simba prove forms [MINUTES [SEED]]}. */
public final class FormsProof {

    private static final String USUAL_MINUTES = "10";

    private FormsProof() {}

    public static void main(String[] arguments) {
        System.setProperty("simba.fuzz.minutes", arguments.length > 0 ? arguments[0] : USUAL_MINUTES);
        System.setProperty(
                "simba.fuzz.seed", arguments.length > 1 ? arguments[1] : String.valueOf(System.nanoTime()));
        LauncherDiscoveryRequest forms = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass("io.simbaerp.fuzz.RandomFormsTest"))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(forms, summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true));
        boolean proved = summary.getSummary().getTestsSucceededCount() == 1;
        System.out.println(proved ? "Never a 500." : "Not proved");
        System.exit(proved ? 0 : 1);
    }
}
