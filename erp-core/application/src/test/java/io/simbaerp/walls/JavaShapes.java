package io.simbaerp.walls;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.simbaerp.walls.SourceTree.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sizes of methods and constructors, read by the compiler's own parser. */
final class JavaShapes {

    private JavaShapes() {}

    /**
     * A method or constructor.
     *
     * @param parameters of a constructor; -1 for a method, and for the constructor of a record
     */
    record Shape(String where, int lines, int parameters) {}

    static List<Shape> of(List<SourceFile> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Shape> shapes = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            files.stream().map(SourceFile::path).toList()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, positions, shapes).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shapes;
    }

    private static final class Scanner extends TreeScanner<Void, ClassTree> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Shape> shapes;

        private Scanner(CompilationUnitTree unit, SourcePositions positions, List<Shape> shapes) {
            this.unit = unit;
            this.positions = positions;
            this.shapes = shapes;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree around) {
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()) - 1);
                boolean constructor = method.getName().contentEquals("<init>") && type.getKind() != Tree.Kind.RECORD;
                String name = constructor ? "constructor" : method.getName().toString();
                shapes.add(new Shape(
                        type.getSimpleName() + "." + name,
                        (int) (last - first + 1),
                        constructor ? method.getParameters().size() : -1));
            }
            return super.visitMethod(method, type);
        }
    }
}
