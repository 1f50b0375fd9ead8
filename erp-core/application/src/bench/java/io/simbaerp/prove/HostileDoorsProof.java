package io.simbaerp.prove;

/**
 * Every hostile file at every door that takes a file, where the test sends one of each family: {@code ./simba prove
 * hostile-doors}.
 */
public final class HostileDoorsProof {

    private HostileDoorsProof() {}

    public static void main(String[] arguments) {
        System.setProperty("simba.hostile.whole", "true");
        TestProof.run("io.simbaerp.fuzz.HostileDoorsTest", "No door hangs, fails, or keeps what it refuses.");
    }
}
