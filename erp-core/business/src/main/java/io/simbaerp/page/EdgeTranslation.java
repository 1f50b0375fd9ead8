package io.simbaerp.page;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals;
import io.simbaerp.architecture.Subject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** The edge: what the modules throw becomes problem details (RFC 9457), a page, or a note on the page that asked. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class EdgeTranslation {

    private final Faults faults;
    private final CurrentActor currentActor;
    private final ObjectProvider<Refusals> refusals;

    EdgeTranslation(Faults faults, CurrentActor currentActor, ObjectProvider<Refusals> refusals) {
        this.faults = faults;
        this.currentActor = currentActor;
        this.refusals = refusals;
    }

    /** Who isn't signed in or lacks a right of the chain is answered by the chain. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToTheChain(RuntimeException refusal) {
        throw refusal;
    }

    /** Nobody listens any more. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler(Exception.class)
    @Nullable
    Object translate(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof NotFound || failure instanceof MissingDuty missing && missing.isToBeTold()) {
            tell((RuntimeException) failure, request);
        }
        if (response.isCommitted()) {
            faults.of(failure, request);
            return null;
        }
        return answer(faults.of(failure, request), request, response);
    }

    /**
     * Whoever looks for what isn't theirs, or isn't there, is remembered; the two are never told apart. So is who lacks the duty of
     * a page, where no use case has told it.
     */
    private void tell(RuntimeException refusal, HttpServletRequest request) {
        currentActor
                .find()
                .ifPresent(acting -> refusals.ifAvailable(
                        known -> known.refused(acting, request.getRequestURI(), Subject.of(acting), refusal)));
    }

    /** The same answer for what never reached a controller. */
    public Object answer(Fault fault, HttpServletRequest request, HttpServletResponse response) {
        if (Faults.fromProgram(request)) {
            return ResponseEntity.status(fault.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problemDetail(fault, request));
        }
        HttpStatusCode status = HttpStatus.valueOf(fault.status());
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Retarget", "#toasts");
            response.setHeader("HX-Reswap", "beforeend");
            return new ModelAndView("page/problem-toast", Map.of("fault", fault), status);
        }
        return new ModelAndView("page/error", Map.of("fault", fault), status);
    }

    private static ProblemDetail problemDetail(Fault fault, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatus(fault.status());
        problem.setTitle(fault.title());
        problem.setDetail(fault.detail());
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        problem.setProperty("rule", fault.rule());
        problem.setProperty("args", fault.args());
        if (fault.field() != null) {
            problem.setProperty("field", fault.field());
        }
        if (fault.number() != null) {
            problem.setProperty("number", fault.number());
        }
        return problem;
    }
}
