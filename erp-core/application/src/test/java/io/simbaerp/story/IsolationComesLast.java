package io.simbaerp.story;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** The packages of the stories from Z to A: what people did comes before what others could see of it. */
public final class IsolationComesLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing((ClassDescriptor descriptor) ->
                                descriptor.getTestClass().getName())
                        .reversed());
    }
}
