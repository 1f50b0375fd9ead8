package io.simbaerp.integration.container;

import io.simbaerp.intake.UnreadableContent;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an e-mail message as it travels (RFC 5322, MIME) and takes its attachments out. */
public final class MessageReader {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int DEEPEST = 10;
    private static final int LONGEST_SUBJECT = 300;
    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z][A-Za-z0-9-]*):");
    private static final Pattern END_OF_HEAD = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Set<String> MARKS = Set.of("mime-version", "received", "message-id", "subject", "date", "to");

    /** What signs a message is no document. */
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");

    private final Unpacking unpacking = new Unpacking();

    private MessageReader() {}

    /** Whether the file is a message, told from the fields it begins with. */
    public static boolean recognises(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        String head = END_OF_HEAD.split(start, 2)[0];
        if (!FIELD.matcher(head).lookingAt()) {
            return false;
        }
        Set<String> fields = FIELD.matcher(head)
                .results()
                .map(field -> field.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return fields.contains("from")
                && fields.stream().filter(MARKS::contains).count() >= 2;
    }

    /** @throws UnreadableContent content.message-damaged, content.container-too-many, content.container-too-large */
    public static Message read(byte[] content) {
        MessageReader reader = new MessageReader();
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(content));
            reader.collect(message, 0, false);
            return new Message(shortened(message.getSubject()), reader.unpacking.parts());
        } catch (MessagingException | IOException | RuntimeException damaged) {
            if (damaged instanceof UnreadableContent refused) {
                throw refused;
            }
            throw new UnreadableContent("content.message-damaged", String.valueOf(damaged.getMessage()));
        }
    }

    private void collect(Part part, int depth, boolean besideText) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            throw new UnreadableContent("content.message-damaged", "more than " + DEEPEST + " levels");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            boolean related = part.isMimeType("multipart/related");
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                collect(child, depth + 1, related && i > 0);
            }
        } else if (isAttachment(part, besideText)) {
            unpacking.take(name(part), part.isMimeType("message/rfc822") ? raw(part) : part.getInputStream());
        }
    }

    /** Pictures that belong into the text, such as a logo, bring nothing of their own. */
    private static boolean isAttachment(Part part, boolean besideText) throws MessagingException {
        boolean named = part.getFileName() != null;
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (besideText && !attached && part.isMimeType("image/*")) {
            return false;
        }
        if (SIGNATURES.stream().anyMatch(contentType(part)::startsWith)) {
            return false;
        }
        boolean text = part.isMimeType("text/plain") || part.isMimeType("text/html");
        return attached || part.isMimeType("message/rfc822") || named || (!text && part instanceof MimeBodyPart);
    }

    private static String contentType(Part part) throws MessagingException {
        return String.valueOf(part.getContentType()).toLowerCase(Locale.ROOT);
    }

    /** A forwarded message as it was, not as it would be written anew. */
    private static ByteArrayInputStream raw(Part part) throws MessagingException, IOException {
        return new ByteArrayInputStream(
                part instanceof MimeBodyPart body ? body.getRawInputStream().readAllBytes() : new byte[0]);
    }

    private static String name(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name == null) {
            return part.isMimeType("message/rfc822") ? "message.eml" : "attachment";
        }
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException unknown) {
            return name;
        }
    }

    private static @Nullable String shortened(@Nullable String subject) {
        if (subject == null || subject.isBlank()) {
            return null;
        }
        String bare = subject.replaceAll("\\p{C}", " ").strip();
        return bare.length() <= LONGEST_SUBJECT ? bare : bare.substring(0, LONGEST_SUBJECT);
    }
}
