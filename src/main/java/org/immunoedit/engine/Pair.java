package org.immunoedit.engine;

import java.util.Arrays;

/**
 * An explicit Runge–Kutta pair of orders 5 and 4 with seven stages, the last at the end of the step ("first same as
 * last") and the last but one at the end of the step too.
 *
 * @param name as in the counts of a run
 * @param nodes times of the stages as shares of the step
 * @param stages weights of the slopes for stage 2, 3, …; the last row is the solution
 * @param error solution minus embedded solution, as weights of the slopes
 * @param dense per slope the coefficients of θ, θ², θ³, θ⁴ of its weight in the state at share θ of the step
 * @param stability largest |λ| h, for a negative real λ, at which the method damps
 * @param middle what follows from {@code dense} for the middle of the step
 * @param excursion what follows from {@code dense} for how far a step strays
 * @param reach per slope the sum of the absolute coefficients of its weight in {@code dense}
 */
record Pair(
        String name,
        double[] nodes,
        double[][] stages,
        double[] error,
        double[][] dense,
        double stability,
        InsideError.Middle middle,
        Excursion excursion,
        double[] reach) {
    private Pair(String name, double[] nodes, double[][] stages, double[] error, double[][] dense, double stability) {
        this(
                name,
                nodes,
                stages,
                error,
                dense,
                stability,
                InsideError.Middle.of(dense),
                new Excursion(dense),
                reach(dense));
    }

    /** Writes the weights of the slopes in the state at a share of the step. */
    void weigh(double theta, double[] weights) {
        for (int s = 0; s < dense.length; s++) {
            double[] d = dense[s];
            weights[s] = (((d[3] * theta + d[2]) * theta + d[1]) * theta + d[0]) * theta;
        }
    }

    /**
     * Writes a state within a step as a polynomial of the share of the step.
     *
     * @param y the state at its start
     * @param h its size
     * @param slopes of the state, one per stage
     * @param into receives the coefficients of the powers 0 to 4
     */
    void polynomial(double y, double h, double[] slopes, double[] into) {
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        double c4 = 0;
        for (int s = 0; s < dense.length; s++) {
            double[] d = dense[s];
            double slope = slopes[s];
            c1 += d[0] * slope;
            c2 += d[1] * slope;
            c3 += d[2] * slope;
            c4 += d[3] * slope;
        }
        into[0] = y;
        into[1] = h * c1;
        into[2] = h * c2;
        into[3] = h * c3;
        into[4] = h * c4;
    }

    /**
     * The sum of the absolute values of all that is added up in such a polynomial.
     *
     * @param y the state at the start of a step
     * @param h size of the step
     * @param slopes of the state, one per stage
     */
    double magnitude(double y, double h, double[] slopes) {
        double sum = 0;
        for (int s = 0; s < dense.length; s++) {
            sum += reach[s] * Math.abs(slopes[s]);
        }
        return Math.abs(y) + h * sum;
    }

    private static double[] reach(double[][] dense) {
        return Arrays.stream(dense)
                .mapToDouble(d -> Arrays.stream(d).map(Math::abs).sum())
                .toArray();
    }

    /**
     * Dormand and Prince, J. Comput. Appl. Math. 6 (1980) 19–26, RK5(4)7M; continuous extension of order 4 by Shampine,
     * Math. Comp. 46 (1986) 135–150, as given in Hairer, Nørsett and Wanner, Solving ODEs I, section II.6.
     */
    static Pair dormandPrince() {
        double[] solution = {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84};
        double[][] stages = {
            {1.0 / 5},
            {3.0 / 40, 9.0 / 40},
            {44.0 / 45, -56.0 / 15, 32.0 / 9},
            {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
            {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
            solution
        };
        double[] error = {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40};
        double[][] dense = {
            {1, -8048581381.0 / 2820520608.0, 8663915743.0 / 2820520608.0, -12715105075.0 / 11282082432.0},
            {0, 0, 0, 0},
            {0, 131558114200.0 / 32700410799.0, -68118460800.0 / 10900136933.0, 87487479700.0 / 32700410799.0},
            {0, -1754552775.0 / 470086768.0, 14199869525.0 / 1410260304.0, -10690763975.0 / 1880347072.0},
            {0, 127303824393.0 / 49829197408.0, -318862633887.0 / 49829197408.0, 701980252875.0 / 199316789632.0},
            {0, -282668133.0 / 205662961.0, 2019193451.0 / 616988883.0, -1453857185.0 / 822651844.0},
            {0, 40617522.0 / 29380423.0, -110615467.0 / 29380423.0, 69997945.0 / 29380423.0}
        };
        double[] nodes = {0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1};
        return new Pair("dopri5", nodes, stages, error, dense, 3.3);
    }

    /**
     * Tsitouras, Comput. Math. Appl. 62 (2011) 770–775, with its free interpolant of order 4; coefficients rounded from
     * the values to 80 digits in OrdinaryDiffEq.jl.
     */
    static Pair tsitouras() {
        double[][] stages = {
            {0.161},
            {-0.008480655492356988, 0.335480655492357},
            {2.8971530571054935, -6.359448489975075, 4.362295432869581},
            {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
            {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
            {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774}
        };
        double[] error = {
            -0.001780011052225771443378550607539535,
            -0.0008164344596567469032236360633546862,
            0.007880878010261996010314727672526304,
            -0.1447110071732629075371651479726351,
            0.5823571654525552250199376106520422,
            -0.4580821059291869466616365188325543,
            1.0 / 66
        };
        double[][] dense = {
            {1, -2.763706197274826, 2.9132554618219126, -1.0530884977290216},
            {0, 0.13169999999999998, -0.2234, 0.1017},
            {0, 3.9302962368947516, -5.941033872131505, 2.490627285651253},
            {0, -12.411077166933676, 30.33818863028232, -16.548102889244902},
            {0, 37.50931341651104, -88.1789048947664, 47.37952196281928},
            {0, -27.896526289197286, 65.09189467479366, -34.87065786149661},
            {0, 1.5, -4, 2.5}
        };
        double[] nodes = {0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1};
        return new Pair("tsit5", nodes, stages, error, dense, 3.5);
    }
}
