package io.simbaerp.invoice.received;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file carried inside the invoice (BT-125). Its bytes are at hand right after reading; in JSON only name, media type
 * and size are kept, because the original holds the bytes already.
 */
@JsonIgnoreProperties(value = "content", allowSetters = false)
public final class Attachment {

    @JsonProperty
    private final String fileName;

    @JsonProperty
    private final String mediaType;

    @JsonProperty
    private final long size;

    private final byte @Nullable [] content;

    public Attachment(String fileName, String mediaType, byte[] content) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.size = content.length;
        this.content = content.clone();
    }

    @JsonCreator
    Attachment(
            @JsonProperty("fileName") String fileName,
            @JsonProperty("mediaType") String mediaType,
            @JsonProperty("size") long size) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.size = size;
        this.content = null;
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public long size() {
        return size;
    }

    /** The bytes, unless this came back from JSON; then the original has to be read again. */
    public Optional<byte[]> content() {
        return Optional.ofNullable(content).map(byte[]::clone);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attachment that
                && fileName.equals(that.fileName)
                && mediaType.equals(that.mediaType)
                && size == that.size;
    }

    @Override
    public int hashCode() {
        return fileName.hashCode();
    }

    @Override
    public String toString() {
        return fileName + " (" + mediaType + ", " + size + " bytes)";
    }
}
