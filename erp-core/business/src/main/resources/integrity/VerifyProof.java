import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks an exported integrity log with nothing but a JDK (17 or newer):
 *
 * <pre>java VerifyProof.java PROOF.zip [HASH-OF-A-BLOCK]</pre>
 *
 * Every leaf that has its text is hashed anew, every block's Merkle root (RFC 6962, 2.1) is made anew from its leaves, every
 * block's hash from its facts, and every block must follow the one before. With a hash that was noted earlier it says
 * whether that block is still part of the log. Ends with 0 when everything fits, otherwise with 1.
 */
public final class VerifyProof {

    private static final int FACTS_OF_A_BLOCK = 8;

    private final Map<Long, byte[]> leaves = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long withText;

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1) {
            System.err.println("java VerifyProof.java PROOF.zip [HASH-OF-A-BLOCK]");
            System.exit(2);
        }
        VerifyProof proof = new VerifyProof();
        try (ZipFile zip = new ZipFile(arguments[0])) {
            proof.check(zip, arguments.length > 1 ? arguments[1] : null);
        }
        proof.wrong.stream().limit(100).forEach(System.out::println);
        System.out.println(proof.wrong.isEmpty() ? "Everything fits." : "NOT WHOLE: " + proof.wrong.size() + " findings.");
        System.exit(proof.wrong.isEmpty() ? 0 : 1);
    }

    private void check(ZipFile zip, String noted) throws IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.getName().startsWith("leaves/")) {
                for (String line : lines(zip, entry)) {
                    leaf(entry.getName(), line);
                }
            }
        }
        String previous = "";
        long first = 0;
        int number = 1;
        boolean known = false;
        for (String line : lines(zip, zip.getEntry("blocks.tsv"))) {
            String[] fields = line.split("\t", -1);
            String[] facts = Arrays.copyOfRange(fields, 1, fields.length);
            if (facts.length != FACTS_OF_A_BLOCK) {
                wrong.add("Block " + number + " has not " + FACTS_OF_A_BLOCK + " facts");
                return;
            }
            long count = Long.parseLong(facts[4]);
            expect(hex(sha256(utf8(String.join("\n", facts)))).equals(fields[0]), "Block " + number + ": its hash");
            expect(facts[2].equals(String.valueOf(number)), "Block " + number + ": its number");
            expect(facts[3].equals(String.valueOf(first)), "Block " + number + ": its first leaf");
            expect(facts[5].equals(hex(root(first, count))), "Block " + number + ": the root over its leaves");
            expect(facts[6].equals(previous), "Block " + number + ": the hash of the block before");
            known |= fields[0].equalsIgnoreCase(noted);
            previous = fields[0];
            first += count;
            number++;
        }
        expect(first == leaves.size(), "There are leaves under no block, or none under one");
        expect(noted == null || known, "No block has the hash noted earlier");
        System.out.println((number - 1) + " blocks, " + leaves.size() + " leaves, " + withText + " of them with their text");
        System.out.println("Newest block: " + previous);
    }

    private void leaf(String file, String line) {
        String[] fields = line.split("\t", 5);
        long number = Long.parseLong(fields[0]);
        byte[] hash = HexFormat.of().parseHex(fields[3]);
        if (!fields[4].isEmpty()) {
            withText++;
            MessageDigest digest = digest();
            digest.update((byte) 0);
            expect(Arrays.equals(digest.digest(utf8(fields[4])), hash), "Leaf " + number + " in " + file + ": its text");
        }
        expect(leaves.put(number, hash) == null, "Leaf " + number + " stands there twice");
    }

    /** The root over some leaves; each subtree on the stack is a power of two, the smallest on top. */
    private byte[] root(long first, long count) {
        Deque<byte[]> roots = new ArrayDeque<>();
        Deque<Integer> heights = new ArrayDeque<>();
        for (long number = first; number < first + count; number++) {
            byte[] hash = leaves.getOrDefault(number, new byte[0]);
            int height = 0;
            while (!heights.isEmpty() && heights.peek() == height) {
                hash = node(roots.pop(), hash);
                heights.pop();
                height++;
            }
            roots.push(hash);
            heights.push(height);
        }
        Iterator<byte[]> fromTheRight = roots.iterator();
        byte[] root = fromTheRight.hasNext() ? fromTheRight.next() : sha256(new byte[0]);
        while (fromTheRight.hasNext()) {
            root = node(fromTheRight.next(), root);
        }
        return root;
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private void expect(boolean fits, String what) {
        if (!fits) {
            wrong.add("DOES NOT FIT: " + what);
        }
    }

    private static List<String> lines(ZipFile zip, ZipEntry entry) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            return lines;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] content) {
        return digest().digest(content);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
