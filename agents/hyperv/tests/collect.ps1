# Lets the agent read recorded hosts, one after the other, each in a separate runspace.
# Writes snapshot.json to the folder of each, and reports what it did and how long it took.
param (
    # Folder with the staged module, and one folder per host: recording.json and Modules.
    [Parameter(Mandatory = $true)] [string] $Folder
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
            param ($Manifest)
            $ErrorActionPreference = 'Stop'
            $collector = ([System.IO.File]::ReadAllText($env:AGENT_REPLAY) | ConvertFrom-Json)._collector
            $PSVersionTable.PSVersion = [version] $collector.psVersion
            # Formats of the recorded host's language, to reveal a decimal comma.
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = [cultureinfo] $collector.uiCulture
            [System.Threading.Thread]::CurrentThread.CurrentCulture = [cultureinfo] $collector.uiCulture
            Import-Module $Manifest
            # For a section that is known to hang, a test waits less than the agent does.
            if ($null -ne $collector.PSObject.Properties['limits']) {
                & (Get-Module -Name Innkeeper) {
                    param ($Limits)
                    $script:OwnStep = ${function:Invoke-InnkeeperStep}
                    $script:Limits = $Limits
                    ${function:script:Invoke-InnkeeperStep} = {
                        param ($Worker, $Function, $Argument, $LimitSeconds)
                        $own = $script:Limits.PSObject.Properties[$Function]
                        if ($null -ne $own) { $LimitSeconds = $own.Value }
                        & $script:OwnStep $Worker $Function $Argument $LimitSeconds
                    }
                } $collector.limits
            }
            Get-InnkeeperSnapshot
        })
    [void] $shell.AddParameter('Manifest', [System.IO.Path]::Combine($Folder, 'Innkeeper', 'Innkeeper.psd1'))
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
# A section that hangs forever is a thread that never ends.
[System.Environment]::Exit(0)
