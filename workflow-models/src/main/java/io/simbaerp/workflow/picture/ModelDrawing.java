package io.simbaerp.workflow.picture;

import io.simbaerp.document.DrawnProcess;
import io.simbaerp.document.DrawnProcess.Flow;
import io.simbaerp.document.DrawnProcess.Form;
import io.simbaerp.document.DrawnProcess.Point;
import io.simbaerp.document.DrawnProcess.Progress;
import io.simbaerp.document.DrawnProcess.Shape;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/** The model's diagram with how far one instance has come. */
class ModelDrawing {

    private static final int MARGIN = 24;
    /** Room for the names above gateways and below events. */
    private static final int LABELS = 40;

    private final BpmnModelInstance model;
    private final Map<String, HistoricActivityInstance> latest = new HashMap<>();
    private final List<HistoricActivityInstance> activities;
    private final BinaryOperator<String> translation;

    /**
     * @param activities in the order they happened
     * @param translation from an element's id and name to its name in the reader's language
     */
    ModelDrawing(
            BpmnModelInstance model, List<HistoricActivityInstance> activities, BinaryOperator<String> translation) {
        this.model = model;
        this.activities = activities;
        this.translation = translation;
        activities.forEach(activity -> latest.put(activity.getActivityId(), activity));
    }

    DrawnProcess of(String processId) {
        List<Shape> shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .map(this::shape)
                .toList();
        List<Flow> flows = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
                .map(this::flow)
                .toList();
        int left = min(shapes.stream().map(Shape::x).toList(), flows, true) - MARGIN;
        int top = min(shapes.stream().map(Shape::y).toList(), flows, false) - LABELS;
        int right = max(shapes.stream().map(shape -> shape.x() + shape.width()).toList(), flows, true) + MARGIN;
        int bottom =
                max(shapes.stream().map(shape -> shape.y() + shape.height()).toList(), flows, false) + LABELS;
        return new DrawnProcess(
                processId,
                name(processId, processName(processId)),
                left,
                top,
                right - left,
                bottom - top,
                shapes,
                flows);
    }

    private String processName(String processId) {
        Process process = model.getModelElementById(processId);
        return process.getName() == null ? processId : process.getName();
    }

    private Shape shape(BpmnShape shape) {
        FlowNode node = (FlowNode) shape.getBpmnElement();
        Bounds bounds = shape.getBounds();
        HistoricActivityInstance activity = latest.get(node.getId());
        return new Shape(
                node.getId(),
                form(node),
                name(node.getId(), node.getName() == null ? "" : node.getName()),
                bounds.getX().intValue(),
                bounds.getY().intValue(),
                bounds.getWidth().intValue(),
                bounds.getHeight().intValue(),
                progress(activity),
                at(activity));
    }

    private Flow flow(BpmnEdge edge) {
        SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
        List<Point> points = edge.getWaypoints().stream()
                .map(point -> new Point(point.getX().intValue(), point.getY().intValue()))
                .toList();
        return new Flow(
                flow.getId(),
                flow.getName() == null ? null : name(flow.getId(), flow.getName()),
                points,
                taken(flow.getSource().getId(), flow.getTarget().getId()));
    }

    /** A flow was taken when its target followed its source directly. */
    private boolean taken(String source, String target) {
        for (int i = 1; i < activities.size(); i++) {
            if (activities.get(i).getActivityId().equals(target)
                    && activities.get(i - 1).getActivityId().equals(source)) {
                return true;
            }
        }
        return false;
    }

    private static Form form(FlowElement element) {
        if (element instanceof StartEvent) {
            return Form.START;
        }
        if (element instanceof EndEvent) {
            return Form.END;
        }
        if (element instanceof UserTask) {
            return Form.USER_TASK;
        }
        return element instanceof Gateway ? Form.GATEWAY : Form.STEP;
    }

    private static Progress progress(@Nullable HistoricActivityInstance activity) {
        if (activity == null) {
            return Progress.PLANNED;
        }
        return activity.getEndTime() == null ? Progress.CURRENT : Progress.DONE;
    }

    private static @Nullable Instant at(@Nullable HistoricActivityInstance activity) {
        if (activity == null) {
            return null;
        }
        Date reached = activity.getEndTime() == null ? activity.getStartTime() : activity.getEndTime();
        return reached.toInstant();
    }

    private String name(String id, String name) {
        return translation.apply(id, name);
    }

    private static int min(List<Integer> corners, List<Flow> flows, boolean horizontal) {
        return Math.min(
                corners.stream().mapToInt(Integer::intValue).min().orElse(0),
                flows.stream()
                        .flatMap(flow -> flow.points().stream())
                        .mapToInt(point -> horizontal ? point.x() : point.y())
                        .min()
                        .orElse(0));
    }

    private static int max(List<Integer> corners, List<Flow> flows, boolean horizontal) {
        return Math.max(
                corners.stream().mapToInt(Integer::intValue).max().orElse(0),
                flows.stream()
                        .flatMap(flow -> flow.points().stream())
                        .mapToInt(point -> horizontal ? point.x() : point.y())
                        .max()
                        .orElse(0));
    }
}
