# Runs the agent on a replayed host, then calls the same cmdlets VM by VM, like scripts written for a few VMs.
# Writes the measurements as one line of JSON.
param (
    [Parameter(Mandatory = $true)] [string] $Manifest,

    # Path of the snapshot file to write.
    [Parameter(Mandatory = $true)] [string] $Target
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

# Number of calls to the host's cmdlets so far.
function Get-CallCount {
    $replay = [System.AppDomain]::CurrentDomain.GetData('agent-replay')
    if ($null -eq $replay) { 0 } else { $replay.calls }
}

function Measure-Step ([scriptblock] $Step) {
    $calls = Get-CallCount
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $processor = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
    $answer = & $Step
    $used = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $processor
    @{ seconds = $watch.Elapsed.TotalSeconds; processor = $used.TotalSeconds; calls = (Get-CallCount) - $calls; answer = $answer }
}

# Live bytes after a full garbage collection.
function Get-LiveBytes { [System.GC]::GetTotalMemory($true) }

# Current working set of the process. Resets its peak if the system supports that.
function Reset-Peak {
    [void] (Get-LiveBytes)
    if ([System.IO.File]::Exists('/proc/self/clear_refs')) { [System.IO.File]::WriteAllText('/proc/self/clear_refs', '5') }
    [System.Diagnostics.Process]::GetCurrentProcess().WorkingSet64
}

function Format-Number ([double] $Number) { $Number.ToString('0.000', [cultureinfo]::InvariantCulture) }

Import-Module $Manifest
$agent = Get-Module -Name Innkeeper
# From here on the recording is in memory, which is not the case on a real host.
[void] (Hyper-V\Get-VM)
$before = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
$liveBefore = Get-LiveBytes
$first = Measure-Step { Get-InnkeeperSnapshot }
[System.IO.File]::WriteAllText($Target, $first.answer)
$peak = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64

# From here on the replay has created its objects: the rest is the agent's own work.
$first.answer = $null
$rows = (Get-LiveBytes) - $liveBefore
$idle = Reset-Peak
$again = Measure-Step { Get-InnkeeperSnapshot }
$added = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 - $idle
$again.answer = $null
$head = @{ snapshotId = [guid]::NewGuid().ToString(); epoch = [long] 1; sequence = [long] 1; instanceId = [guid]::Empty.ToString(); intervalSeconds = 60; spool = [ordered]@{ pending = 0; dropped = 0 } }
$cache = [ordered]@{}
$read = { param ($Head, $Cache) ConvertTo-InnkeeperJson (New-InnkeeperSnapshotBody $Head $Cache) }
$liveBefore = Get-LiveBytes
$body = & $agent { param ($Head, $Cache) New-InnkeeperSnapshotBody $Head $Cache } $head $cache
$held = (Get-LiveBytes) - $liveBefore
$body = $null
$ordinary = Measure-Step { & $agent $read $head $cache }

$single = Measure-Step {
    foreach ($vm in Hyper-V\Get-VM) {
        Hyper-V\Get-VMIntegrationService -VM $vm
        Hyper-V\Get-VMNetworkAdapter -VM $vm
        Hyper-V\Get-VMProcessor -VM $vm
        Hyper-V\Get-VMSnapshot -VM $vm
        Hyper-V\Get-VMDvdDrive -VM $vm
        Hyper-V\Get-VMSecurity -VM $vm
        if ($vm.Generation -eq 2) { Hyper-V\Get-VMFirmware -VM $vm }
        else {
            Hyper-V\Get-VMComPort -VM $vm
            Hyper-V\Get-VMFloppyDiskDrive -VM $vm
        }
        foreach ($disk in Hyper-V\Get-VMHardDiskDrive -VM $vm) { Hyper-V\Get-VHD -Path $disk.Path -ErrorAction SilentlyContinue }
        CimCmdlets\Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_KvpExchangeComponent -Filter "SystemName = '$($vm.Id)'"
        CimCmdlets\Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_VirtualSystemSettingData -Filter "VirtualSystemIdentifier = '$($vm.Id)'"
    }
}
$told = [ordered]@{
    first         = Format-Number $first.seconds
    again         = Format-Number $again.seconds
    againUsed     = Format-Number $again.processor
    ordinary      = Format-Number $ordinary.seconds
    ordinaryUsed  = Format-Number $ordinary.processor
    bytesBefore   = $before
    bytesPeak     = $peak
    bytesRows     = $rows
    bytesAdded    = $added
    bytesHeld     = $held
    calls         = $again.calls
    ordinaryCalls = $ordinary.calls
    singleCalls   = $single.calls
}
'{' + (@(foreach ($entry in $told.GetEnumerator()) { '"{0}":{1}' -f $entry.Key, $entry.Value }) -join ',') + '}'
