package io.simbaerp.story;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * The packages of the stories from Z to A: what people did comes before what others could see of it; the integrity log
 * after all other stories, so that it finds records of everything.
 */
public final class IsolationComesLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(IsolationComesLast::place).reversed());
    }

    private static String place(ClassDescriptor descriptor) {
        Class<?> test = descriptor.getTestClass();
        return test.getPackageName() + (test.equals(IntegrityStory.class) ? "" : "." + test.getSimpleName());
    }
}
