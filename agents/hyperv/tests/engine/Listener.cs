using System.Collections;
using System.Diagnostics;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Text.Json;

namespace Innkeeper.Engine;

/// <summary>
/// Runs scripts one after the other in this process, each as in a separate process: a short run spends most of its time starting and
/// compiling the engine. A line of JSON on standard input specifies what to run; a line on standard output contains the result.
/// </summary>
internal static class Listener
{
    private sealed record Request(string[] Args, Dictionary<string, string> Env, string Folder);

    private sealed record Reply(int Code, string Stdout, string Stderr);

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    /// <summary>Until standard input ends, when the caller has gone.</summary>
    public static void Serve(TextWriter wire)
    {
        var versions = EngineVersions();
        var own = versions.Clone() as Hashtable ?? [];
        using var questions = new StreamReader(Console.OpenStandardInput());
        while (questions.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize<Request>(line, Wire) ?? throw new InvalidDataException(line);
            wire.WriteLine(JsonSerializer.Serialize(RunAlone(request), Wire));
            foreach (DictionaryEntry entry in own) versions[entry.Key] = entry.Value;
        }
        Environment.Exit(0);
    }

    /// <summary>Passes nothing but compiled code from one run to the next.</summary>
    private static Reply RunAlone(Request request)
    {
        TakeEnvironment(request.Env);
        Directory.SetCurrentDirectory(request.Folder);
        var (output, errors) = (new StringWriter(), new StringWriter());
        var (stdout, stderr) = (TextWriter.Synchronized(output), TextWriter.Synchronized(errors));
        Console.SetOut(stdout);
        Console.SetError(stderr);
#pragma warning disable SYSLIB0014 // Used by the agent, which runs on .NET Framework.
        var protocols = ServicePointManager.SecurityProtocol;
        var proxy = WebRequest.DefaultWebProxy;
        try
        {
            var code = Program.Run(request.Args, stdout, stderr);
            return new Reply(code, output.ToString(), errors.ToString());
        }
        finally
        {
            ServicePointManager.SecurityProtocol = protocols;
            WebRequest.DefaultWebProxy = proxy;
#pragma warning restore SYSLIB0014
            using var self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.Normal;
        }
    }

    private static void TakeEnvironment(Dictionary<string, string> env)
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
            if (!env.ContainsKey(name)) Environment.SetEnvironmentVariable(name, null);
        foreach (var (name, value) in env) Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>`$PSVersionTable`: one table for all runspaces of a process, to which test scripts write.</summary>
    private static Hashtable EngineVersions()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        return (Hashtable)runspace.SessionStateProxy.GetVariable("PSVersionTable");
    }
}
