package io.simbaerp.walls;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.UseCase;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which duties a method comes to be asked for, read from what it calls until a use case or a query answers. */
final class DutiesBehind {

    private final JavaClasses ours = new ClassFileImporter().importPackages("io.simbaerp");

    /**
     * The duties a method comes to be asked for.
     *
     * @param all everything it may come to
     * @param own of what it does: what it asks for before it reads, else of the use cases it calls, where it calls any; what
     *     it shows afterwards is not among them
     */
    record Asked(Set<Duty> all, Set<Duty> own) {}

    Asked of(Method method) {
        String[] types =
                Stream.of(method.getParameterTypes()).map(Class::getName).toArray(String[]::new);
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        Set<Duty> done = EnumSet.noneOf(Duty.class);
        follow(ours.get(method.getDeclaringClass()).getMethod(method.getName(), types), duties, done, new HashSet<>());
        Permission.Required first = method.getAnnotation(Permission.Required.class);
        if (first != null && !duties.contains(first.value())) {
            throw new AssertionError(method + " asks for " + first.value() + ", and nothing behind it does");
        }
        return new Asked(duties, first != null ? EnumSet.of(first.value()) : done.isEmpty() ? duties : done);
    }

    private void follow(JavaCodeUnit code, Set<Duty> duties, Set<Duty> done, Set<String> seen) {
        if (!seen.add(code.getFullName())) {
            return;
        }
        Stream.of(
                        code.getMethodCallsFromSelf(),
                        code.getConstructorCallsFromSelf(),
                        code.getMethodReferencesFromSelf(),
                        code.getConstructorReferencesFromSelf())
                .flatMap(Set::stream)
                .forEach(access -> follow(access, duties, done, seen));
    }

    private void follow(JavaAccess<?> access, Set<Duty> duties, Set<Duty> done, Set<String> seen) {
        JavaClass owner = access.getTargetOwner();
        if (owner.isEquivalentTo(Permission.class) && access.getName().equals("require")) {
            access.getOrigin().getFieldAccesses().stream()
                    .filter(field -> field.getTargetOwner().isEquivalentTo(Duty.class))
                    .filter(field -> access.getLineNumber() == field.getLineNumber())
                    .forEach(field -> duties.add(Duty.valueOf(field.getTarget().getName())));
        }
        if (owner.isAnnotatedWith(UseCase.class)) {
            duties.add(owner.getAnnotationOfType(UseCase.class).value());
            done.add(owner.getAnnotationOfType(UseCase.class).value());
        } else if (owner.isAnnotatedWith(Query.class)) {
            duties.add(owner.getAnnotationOfType(Query.class).value());
        } else if (owner.getPackageName().startsWith("io.simbaerp")) {
            access.getTarget()
                    .resolveMember()
                    .filter(JavaCodeUnit.class::isInstance)
                    .ifPresent(inner -> follow((JavaCodeUnit) inner, duties, done, seen));
        }
    }
}
