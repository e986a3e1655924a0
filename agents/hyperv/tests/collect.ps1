# Has the agent read recorded hosts, one after the other, each in a runspace that knows nothing of the others.
# Writes <name>.json, the snapshot, or <name>.error into the folder of each host.
param (
    # Folder that holds the staged module, and one folder for each host: recording.json and Modules.
    [Parameter(Mandatory = $true)] [string] $Folder,

    # Seconds after which a section is left behind; 0 leaves the agent its own limits.
    [int] $LimitSeconds = 0
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$modules = $env:PSModulePath

foreach ($hostFolder in [System.IO.Directory]::GetDirectories([System.IO.Path]::Combine($Folder, 'hosts'))) {
    $env:AGENT_REPLAY = [System.IO.Path]::Combine($hostFolder, 'recording.json')
    $env:PSModulePath = [System.IO.Path]::Combine($hostFolder, 'Modules') + [System.IO.Path]::PathSeparator + $modules
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $shell = [powershell]::Create()
    $shell.Runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
    $shell.Runspace.Open()
    [void] $shell.AddScript({
            param ($Manifest, $LimitSeconds)
            $ErrorActionPreference = 'Stop'
            $collector = ([System.IO.File]::ReadAllText($env:AGENT_REPLAY) | ConvertFrom-Json)._collector
            $PSVersionTable.PSVersion = [version] $collector.psVersion
            # Formats of the recorded host's language, so that a decimal comma would show.
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = [cultureinfo] $collector.uiCulture
            [System.Threading.Thread]::CurrentThread.CurrentCulture = [cultureinfo] $collector.uiCulture
            Import-Module $Manifest
            if ($LimitSeconds -gt 0) {
                & (Get-Module -Name Innkeeper) {
                    param ($Limit)
                    $script:OwnStep = ${function:Invoke-InnkeeperStep}
                    $script:TestLimit = $Limit
                    ${function:script:Invoke-InnkeeperStep} = {
                        param ($Worker, $Function, $Argument, $LimitSeconds)
                        & $script:OwnStep $Worker $Function $Argument ([System.Math]::Min($LimitSeconds, $script:TestLimit))
                    }
                } $LimitSeconds
            }
            Get-InnkeeperSnapshot
        })
    [void] $shell.AddParameter('Manifest', [System.IO.Path]::Combine($Folder, 'Innkeeper', 'Innkeeper.psd1')).AddParameter('LimitSeconds', $LimitSeconds)
    $name = [System.IO.Path]::GetFileName($hostFolder)
    try {
        $snapshot = $shell.Invoke()
        [System.IO.File]::WriteAllText([System.IO.Path]::Combine($hostFolder, 'snapshot.json'), ($snapshot -join "`n"))
        foreach ($problem in $shell.Streams.Error) { "$name`: error stream: $problem" }
    }
    catch { "$name`: $($_.Exception.Message) $($_.Exception.InnerException.ErrorRecord.ScriptStackTrace)" }
    $shell.Runspace.Close()
    "$name`: $($watch.ElapsedMilliseconds) ms"
}
# A section that hangs for ever is a thread that never ends.
[System.Environment]::Exit(0)
