/**
 * Layer 8: the command line. A command is a function of its parsed words and a {@link org.immunoedit.cli.Console}
 * (streams, environment) to an {@link org.immunoedit.cli.ExitCode}; {@link org.immunoedit.cli.Main} alone touches the
 * process. What a command needs from the layers below stands behind {@link org.immunoedit.cli.Jobs}, so that the
 * command line is tested without integrating anything.
 *
 * <p>Commands are declared through picocli's programming interface, not by annotations: reflection over annotated
 * classes would cost a tenth of a second at each start. The threads of {@code run} with several scenarios live here,
 * beside those of the sweeps, because each thread carries a whole file-to-file job.
 *
 * <p>Completion scripts and manual pages are written from the same declarations, at the end of the build. The HTML page
 * of {@code report} is put together here and not in {@code figure}: it is words about files, with figures between them.
 */
package org.immunoedit.cli;
