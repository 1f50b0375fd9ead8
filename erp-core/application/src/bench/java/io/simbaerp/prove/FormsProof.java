package io.simbaerp.prove;

/** Minutes of random posts to every form, where the test has rounds: {@code ./simba prove forms [MINUTES [SEED]]}. */
public final class FormsProof {

    private static final String USUAL_MINUTES = "10";

    private FormsProof() {}

    public static void main(String[] arguments) {
        System.setProperty("simba.fuzz.minutes", arguments.length > 0 ? arguments[0] : USUAL_MINUTES);
        System.setProperty(
                "simba.fuzz.seed", arguments.length > 1 ? arguments[1] : String.valueOf(System.nanoTime()));
        TestProof.run("io.simbaerp.fuzz.RandomFormsTest", "Never a 500.");
    }
}
