@NullMarked
package io.simbaerp.task.question.web;

import org.jspecify.annotations.NullMarked;
