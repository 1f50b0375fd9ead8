package io.simbaerp.page.web;

import io.simbaerp.page.EdgeTranslation;
import io.simbaerp.page.Faults;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed before or after a controller: in the container, in a filter, in a template. */
@Controller
class ErrorPages implements ErrorController {

    private final Faults faults;
    private final EdgeTranslation edge;

    ErrorPages(Faults faults, EdgeTranslation edge) {
        this.faults = faults;
        this.edge = edge;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request, HttpServletResponse response) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable thrown) {
            return edge.answer(faults.of(rootOf(thrown), request), request, response);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return edge.answer(faults.ofStatus(status instanceof Integer code ? code : 404, request), request, response);
    }

    /** The servlet container wraps what a controller threw. */
    private static Throwable rootOf(Throwable thrown) {
        return thrown instanceof jakarta.servlet.ServletException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
    }
}
