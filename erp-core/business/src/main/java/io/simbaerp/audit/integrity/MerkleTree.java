package io.simbaerp.audit.integrity;

import io.simbaerp.architecture.digest.Sha256;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root over hashes of leaves as RFC 6962, 2.1 defines it: a node is SHA-256 over a byte one and the hashes of its two
 * children, and the left child holds the largest power of two that leaves something for the right. Takes one leaf after
 * the other and remembers no more than one hash for each level.
 */
final class MerkleTree {

    private record Subtree(int height, byte[] hash) {}

    private final MessageDigest digest = sha256();
    private final Deque<Subtree> subtrees = new ArrayDeque<>();
    private int leaves;

    void add(byte[] leaf) {
        Subtree grown = new Subtree(0, leaf);
        while (!subtrees.isEmpty() && subtrees.peek().height() == grown.height()) {
            grown = new Subtree(grown.height() + 1, node(subtrees.pop().hash(), grown.hash()));
        }
        subtrees.push(grown);
        leaves++;
    }

    int leaves() {
        return leaves;
    }

    /** The root over all leaves taken; the hash of nothing where there were none. */
    byte[] root() {
        if (subtrees.isEmpty()) {
            return digest.digest();
        }
        Iterator<Subtree> fromTheRight = subtrees.iterator();
        byte[] root = fromTheRight.next().hash();
        while (fromTheRight.hasNext()) {
            root = node(fromTheRight.next().hash(), root);
        }
        return root;
    }

    private byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    static MessageDigest sha256() {
        return Sha256.digest();
    }
}
