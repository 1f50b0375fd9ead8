package io.simbaerp.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows the one string all scanners agree to call a threat, so that the lock can be tried without one. */
@Component
class EicarScanner implements ContentScanner {

    /** In two parts, so that no scanner takes this file for what it looks for. */
    private static final byte[] MARK = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "Simba";
    }

    @Override
    public Optional<String> threatIn(byte[] content) {
        for (int start = 0; start <= content.length - MARK.length; start++) {
            if (content[start] == MARK[0] && isMark(content, start)) {
                return Optional.of("EICAR-Test-File");
            }
        }
        return Optional.empty();
    }

    private static boolean isMark(byte[] content, int start) {
        for (int i = 0; i < MARK.length; i++) {
            if (content[start + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
