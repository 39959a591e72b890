@echo off
rem Starts immunoedit @version@ on Windows with Java 17 or newer from JAVA_HOME or the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo immunoedit: no Java found; install Java 17 or newer, or set JAVA_HOME 1>&2
    exit /b 4
)
set "OPTIONS=-Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="sweep" set "OPTIONS=-Xshare:auto -XX:FreqInlineSize=100 -XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=12000 -XX:Tier4CompileThreshold=300000 -XX:Tier4BackEdgeThreshold=800000 -XX:LoopUnrollLimit=80"
"%JAVA%" %OPTIONS% %IMMUNOEDIT_JAVA_OPTS% -jar "%~dp0..\lib\immunoedit.jar" %*
exit /b %ERRORLEVEL%
