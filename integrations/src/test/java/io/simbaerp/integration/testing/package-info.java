/** What the tests of the formats share. */
package io.simbaerp.integration.testing;
