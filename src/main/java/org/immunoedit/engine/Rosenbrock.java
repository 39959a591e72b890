package org.immunoedit.engine;

/**
 * A stiffly accurate Rosenbrock method in the form without multiplications by the Jacobian (Hairer and Wanner, Solving
 * ODEs II, section IV.7). The last two stages end the step; the last one is the error estimate.
 *
 * @param name as in the counts of a run
 * @param gamma diagonal coefficient: the matrix is I/(γh) − ∂f/∂y
 * @param nodes times of the stages as shares of the step
 * @param drift per stage the factor of h ∂f/∂t
 * @param arguments weights of the increments in the state of stage 2, 3, …
 * @param couplings weights, over h, of the increments on the right-hand side of stage 2, 3, …
 * @param dense three rows of weights for the continuous extension (1−θ)y₀ + θ(y₁ + (1−θ)(K₁ + θ(K₂ + θK₃)))
 * @param inside largest error of the continuous extension for y = t⁵ and a step of 1
 */
record Rosenbrock(
        String name,
        double gamma,
        double[] nodes,
        double[] drift,
        double[][] arguments,
        double[][] couplings,
        double[][] dense,
        double inside) {

    /** Number of stages. */
    int stages() {
        return nodes.length;
    }

    /**
     * Rodas5P: eight stages, order 5(4), L-stable, dense output of order 4. Steinebach, BIT Numer. Math. 63 (2023) 27,
     * doi 10.1007/s10543-023-00967-x; digits as in OrdinaryDiffEq.jl.
     */
    static Rosenbrock rodas5p() {
        double gamma = 0.21193756319429014;
        double[] nodes = {0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1, 1, 1};
        double[] drift = {
            gamma, -0.42387512638858027, -0.3384627126235924, 1.8046452872882734, 2.325825639765069, 0, 0, 0
        };
        return new Rosenbrock(
                "rodas", gamma, nodes, drift, rodas5pArguments(), rodas5pCouplings(), rodas5pDense(), 0.0149);
    }

    /** Stages 7 and 8 start where the one before would end the step. */
    private static double[][] rodas5pArguments() {
        double a1 = -7.502846399306121;
        double a2 = 2.561846144803919;
        double a3 = -11.627539656261098;
        double a4 = -0.18268767659942256;
        double a5 = 0.030198172008377946;
        return new double[][] {
            {3.0},
            {2.849394379747939, 0.45842242204463923},
            {-6.954028509809101, 2.489845061869568, -10.358996098473584},
            {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
            {a1, a2, a3, a4, a5},
            {a1, a2, a3, a4, a5, 1},
            {a1, a2, a3, a4, a5, 1, 1}
        };
    }

    private static double[][] rodas5pCouplings() {
        return new double[][] {
            {-14.155112264123755},
            {-17.97296035885952, -2.859693295451294},
            {147.12150275711716, -1.41221402718213, 71.68940251302358},
            {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
            {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471},
            {
                30.91273214028599,
                -3.1208243349937974,
                77.79954646070892,
                34.28646028294783,
                -19.097331116725623,
                -28.087943162872662
            },
            {
                37.80277123390563,
                -3.2571969029072276,
                112.26918849496327,
                66.9347231244047,
                -40.06618937091002,
                -54.66780262877968,
                -9.48861652309627
            }
        };
    }

    private static double[][] rodas5pDense() {
        return new double[][] {
            {
                25.948786856663858,
                -2.5579724845846235,
                10.433815404888879,
                -2.3679251022685204,
                0.524948541321073,
                1.1241088310450404,
                0.4272876194431874,
                -0.17202221070155493
            },
            {
                -9.91568850695171,
                -0.9689944594115154,
                3.0438037242978453,
                -24.495224566215796,
                20.176138334709044,
                15.98066361424651,
                -6.789040303419874,
                -6.710236069923372
            },
            {
                11.419903575922262,
                2.8879645146136994,
                72.92137995996029,
                80.12511834622643,
                -52.072871366152654,
                -59.78993625266729,
                -0.15582684282751913,
                4.883087185713722
            }
        };
    }
}
