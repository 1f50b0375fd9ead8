package io.simbaerp.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Bodies end where the limit is, whether they say their length or not. */
class BodyLimitFilterTest {

    private static final int MOST = 1000;
    private static final FilterChain READS =
            (request, response) -> request.getInputStream().readAllBytes();

    private final BodyLimitFilter filter = new BodyLimitFilter(DataSize.ofBytes(MOST));

    @Test
    void whatSaysThatItIsTooLargeIsNotRead() throws ServletException, IOException {
        assertThat(status(request("/api/v1/opening-balances", MOST + 1, true))).isEqualTo(BodyLimitFilter.TOO_LARGE);
        assertThat(status(request("/api/v1/opening-balances", MOST, true))).isEqualTo(200);
    }

    @Test
    void whatDoesNotSayItIsReadNoFurtherThanTheLimit() throws ServletException, IOException {
        assertThat(status(request("/api/v1/opening-balances", MOST, false))).isEqualTo(200);
        assertThatThrownBy(() -> status(request("/api/v1/opening-balances", MOST + 1, false)))
                .isInstanceOf(MaxUploadSizeExceededException.class);
    }

    @Test
    void theStreamOfEntriesHasNoEnd() throws ServletException, IOException {
        assertThat(status(request("/api/v1/journal-entries/batch", MOST + 1, true)))
                .isEqualTo(200);
        assertThat(status(request("/api/v1/journal-entries/batch", MOST + 1, false)))
                .isEqualTo(200);
    }

    private int status(MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, READS);
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String path, int size, boolean saysSo) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return saysSo ? super.getContentLengthLong() : -1;
            }
        };
        request.setContent(new byte[size]);
        return request;
    }
}
