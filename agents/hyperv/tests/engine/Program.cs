using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;

namespace Innkeeper.Engine;

/// <summary>
/// Runs a script as `powershell.exe -NoProfile -NonInteractive -File script.ps1 -Name value` would, so that the tests
/// start this engine and a real PowerShell with the same arguments. Exit code: the script's, or 1 after an unhandled error.
/// </summary>
internal static class Program
{
    private static readonly HashSet<string> Ignored =
        new(StringComparer.OrdinalIgnoreCase) { "-NoLogo", "-NoProfile", "-NonInteractive" };

    /// <summary>Like powershell.exe, it ends even if a thread still hangs in a cmdlet.</summary>
    private static void Main(string[] args)
    {
        var stdout = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        var stderr = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
        if (args is ["-Listen"]) Listener.Serve(stdout);
        else Environment.Exit(Run(args, stdout, stderr));
    }

    /// <summary>Runs the script from the arguments in a new runspace.</summary>
    internal static int Run(string[] args, TextWriter stdout, TextWriter stderr)
    {
        AddOwnModules();
        using var runspace = RunspaceFactory.CreateRunspace(new PlainHost(stdout), InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        Runspace.DefaultRunspace = runspace;
        AddScript(shell, args);

        shell.Streams.Error.DataAdded += (_, added) => stderr.WriteLine(shell.Streams.Error[added.Index]);
        shell.Streams.Warning.DataAdded += (_, added) => stderr.WriteLine($"WARNING: {shell.Streams.Warning[added.Index]}");
        shell.Streams.Verbose.DataAdded += (_, added) => stderr.WriteLine($"VERBOSE: {shell.Streams.Verbose[added.Index]}");
        var output = new PSDataCollection<PSObject>();
        output.DataAdded += (_, added) => stdout.WriteLine(output[added.Index]);
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException error)
        {
            stderr.WriteLine(error.ErrorRecord);
            stderr.WriteLine(error.ErrorRecord.ScriptStackTrace);
            return 1;
        }
        return runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code ? code : 0;
    }

    /// <summary>The stand-ins are found like modules on Windows: also by runspaces that the agent opens itself.</summary>
    private static void AddOwnModules()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "Modules");
        var given = Environment.GetEnvironmentVariable("PSModulePath");
        Environment.SetEnvironmentVariable(
            "PSModulePath", string.IsNullOrEmpty(given) ? own : given + Path.PathSeparator + own);
    }

    private static void AddScript(PowerShell shell, string[] args)
    {
        var at = 0;
        for (; at < args.Length && !args[at].Equals("-File", StringComparison.OrdinalIgnoreCase); at++)
        {
            if (args[at].Equals("-ExecutionPolicy", StringComparison.OrdinalIgnoreCase)) at++;
            else if (!Ignored.Contains(args[at])) throw new ArgumentException($"not known here: {args[at]}");
        }
        if (at + 1 >= args.Length) throw new ArgumentException("-File and the path of a script are needed");
        shell.AddCommand(Path.GetFullPath(args[at + 1]));
        for (at += 2; at < args.Length; at++)
        {
            var hasValue = at + 1 < args.Length && !args[at + 1].StartsWith('-');
            var name = args[at].TrimStart('-');
            if (hasValue) shell.AddParameter(name, args[++at]);
            else shell.AddParameter(name);
        }
    }
}
