@NullMarked
package io.simbaerp.approval.added.web;

import org.jspecify.annotations.NullMarked;
