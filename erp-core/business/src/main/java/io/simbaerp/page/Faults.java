package io.simbaerp.page;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.DataBinder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says what an exception means to whoever asked. Only here; nothing of its inside gets out. */
@Component
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** PostgreSQL's words for: too long, out of range, no such time, not of this encoding, no such character. */
    private static final Set<String> UNKEEPABLE = Set.of("22001", "22003", "22007", "22008", "22021", "22P05");

    /** How far below the binder its own helpers throw. */
    private static final int BINDING_DEPTH = 16;

    private final RuleTexts ruleTexts;
    private final Formats formats;
    private final Clock clock;

    Faults(RuleTexts ruleTexts, Formats formats, Clock clock) {
        this.ruleTexts = ruleTexts;
        this.formats = formats;
        this.clock = clock;
    }

    /** What went wrong, in the reader's language. An error on our side is logged here under its number. */
    public Fault of(Throwable failure, HttpServletRequest request) {
        if (failure instanceof RuleViolation violation) {
            return fault(
                    violation instanceof Conflict ? 409 : 422,
                    violation.rule(),
                    violation.args(),
                    violation.field(),
                    request);
        }
        if (failure instanceof NotFound) {
            return fault(404, "not-found", List.of(), null, request);
        }
        if (failure instanceof MissingDuty missing) {
            return fault(403, "duty.missing", List.of(missing.duty().name()), null, request);
        }
        if (failure instanceof ConcurrencyFailureException) {
            LOG.debug("Two at once", failure);
            return fault(409, "conflict.stale", List.of(), null, request);
        }
        if (failure instanceof TransientDataAccessResourceException) {
            LOG.warn("Busy at {} {}", request.getMethod(), request.getRequestURI(), failure);
            return fault(503, "request.busy", List.of(), null, request);
        }
        Fault input = ofInput(failure, request);
        return input != null ? input : onOurSide(failure, request);
    }

    /** What a status means where no exception is at hand: refusals of the container and of the security chain. */
    public Fault ofStatus(int status, HttpServletRequest request) {
        String rule =
                switch (status) {
                    case 401 -> "sign-in.needed";
                    case 403 -> "access.refused";
                    case 404 -> "not-found";
                    case 409 -> "conflict.stale";
                    case 413 -> "request.too-large";
                    case 429 -> "request.too-many";
                    case 405, 406, 415 -> "request.not-offered";
                    default -> status < 500 ? "request.unreadable" : "fault";
                };
        return status < 500
                ? fault(status, rule, List.of(), null, request)
                : onOurSide(new IllegalStateException("status " + status), request);
    }

    private @Nullable Fault ofInput(Throwable failure, HttpServletRequest request) {
        if (failure instanceof MaxUploadSizeExceededException) {
            return fault(413, "request.too-large", List.of(), null, request);
        }
        if (failure instanceof HttpMessageNotReadableException
                || failure instanceof MultipartException
                || failure instanceof RequestRejectedException
                || failure instanceof InvalidParameterException
                || cannotBeKept(failure)) {
            return fault(400, "request.unreadable", List.of(), null, request);
        }
        String field = wrongField(failure);
        if (field != null) {
            return fault(400, "request.invalid", List.of(field), field, request);
        }
        if (namesNoField(failure)) {
            LOG.warn("A field that is none at {} {}", request.getMethod(), request.getRequestURI(), failure);
            return fault(400, "request.unreadable", List.of(), null, request);
        }
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return ofStatus(response.getStatusCode().value(), request);
        }
        return null;
    }

    /** A value no database column holds: a zero byte, a day before the calendar, a number with a thousand digits. */
    private static boolean cannotBeKept(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && UNKEEPABLE.contains(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * A form's field whose name Spring's binder stumbles over: an index with a gap before it, a field of a field that
     * has none. What our own forms throw while they are made isn't meant.
     */
    private static boolean namesNoField(Throwable failure) {
        if (failure instanceof BeanInstantiationException) {
            return false;
        }
        return Arrays.stream(failure.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith("io.simbaerp."))
                .limit(BINDING_DEPTH)
                .anyMatch(frame -> frame.getClassName().equals(DataBinder.class.getName()));
    }

    private static @Nullable String wrongField(Throwable failure) {
        if (failure instanceof MethodArgumentNotValidException || failure instanceof BindException) {
            var error = ((org.springframework.validation.BindingResult) failure).getFieldError();
            return error == null ? "" : error.getField();
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getName();
        }
        // A field named as if it were a list, such as version[a].
        if (failure instanceof InvalidPropertyException field) {
            return field.getPropertyName();
        }
        if (failure instanceof MissingServletRequestPartException part) {
            return part.getRequestPartName();
        }
        if (failure instanceof HandlerMethodValidationException validation) {
            return validation.getParameterValidationResults().stream()
                    .map(result -> String.valueOf(result.getMethodParameter().getParameterName()))
                    .findFirst()
                    .orElse("");
        }
        if (failure instanceof MissingRequestValueException missing) {
            String detail = missing.getBody().getDetail();
            return detail == null ? "" : quoted(detail);
        }
        return failure instanceof TypeMismatchException ? "" : null;
    }

    /** Spring names the missing value in quotes. */
    private static String quoted(String detail) {
        int open = detail.indexOf('\'');
        int close = detail.indexOf('\'', open + 1);
        return close > open && open >= 0 ? detail.substring(open + 1, close) : "";
    }

    private Fault onOurSide(Throwable failure, HttpServletRequest request) {
        String number = "E-%04X-%04X".formatted(RANDOM.nextInt(0x10000), RANDOM.nextInt(0x10000));
        LOG.error("{} at {} {}", number, request.getMethod(), request.getRequestURI(), failure);
        return build(500, "fault", List.of(number), null, number, request);
    }

    private Fault fault(
            int status, String rule, List<Object> args, @Nullable String field, HttpServletRequest request) {
        return build(status, rule, args, field, null, request);
    }

    private Fault build(
            int status,
            String rule,
            List<Object> args,
            @Nullable String field,
            @Nullable String number,
            HttpServletRequest request) {
        boolean look = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return new Fault(
                status,
                rule,
                args.stream().map(Faults::plain).toList(),
                field,
                ruleTexts.message("problem." + (status < 500 ? status : 500), List.of()),
                ruleTexts.rule(rule, args),
                number,
                formats.time(clock.instant()),
                look && (number != null || status == 409) ? address(request) : null,
                !look);
    }

    private static String address(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        return path.substring(request.getContextPath().length());
    }

    /** Arguments as REST sends them: figures, truths, amounts; all else as text. */
    private static Object plain(Object arg) {
        return arg instanceof Number || arg instanceof Boolean || arg instanceof Money ? arg : arg.toString();
    }

    /** Whether a program asked, which gets problem details. */
    public static boolean fromProgram(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        String inside = path.substring(request.getContextPath().length());
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return inside.startsWith("/api/")
                || inside.startsWith("/v3/")
                || (accepted != null && accepted.contains("json") && !accepted.contains("html"));
    }
}
