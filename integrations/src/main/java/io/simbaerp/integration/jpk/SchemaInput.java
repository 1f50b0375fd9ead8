package io.simbaerp.integration.jpk;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/** A schema's text under the address others import it by. */
record SchemaInput(String address, String text) implements LSInput {

    @Override
    public Reader getCharacterStream() {
        return new StringReader(text);
    }

    @Override
    public void setCharacterStream(@Nullable Reader stream) {}

    @Override
    public @Nullable InputStream getByteStream() {
        return null;
    }

    @Override
    public void setByteStream(@Nullable InputStream stream) {}

    @Override
    public String getStringData() {
        return text;
    }

    @Override
    public void setStringData(@Nullable String data) {}

    @Override
    public String getSystemId() {
        return address;
    }

    @Override
    public void setSystemId(@Nullable String id) {}

    @Override
    public @Nullable String getPublicId() {
        return null;
    }

    @Override
    public void setPublicId(@Nullable String id) {}

    @Override
    public @Nullable String getBaseURI() {
        return null;
    }

    @Override
    public void setBaseURI(@Nullable String uri) {}

    @Override
    public String getEncoding() {
        return "UTF-8";
    }

    @Override
    public void setEncoding(@Nullable String encoding) {}

    @Override
    public boolean getCertifiedText() {
        return false;
    }

    @Override
    public void setCertifiedText(boolean certified) {}
}
