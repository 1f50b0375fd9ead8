/**
 * The messages of ISO 20022 that banks take: pain.001.001.09, written by a pure function and checked against the official
 * schema where its folder is configured ({@code simba.iso20022.schemas}).
 */
@NullMarked
package io.simbaerp.integration.iso20022;

import org.jspecify.annotations.NullMarked;
